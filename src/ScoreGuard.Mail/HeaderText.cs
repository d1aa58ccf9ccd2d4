using System.Net.Mail;

namespace ScoreGuard.Mail;

/// <summary>Text for a header, so that readers show it as it is.</summary>
internal static class HeaderText
{
    private const char NoBreakSpace = '\u00A0';

    /// <summary>
    /// A reader takes <c>=?utf-8?q?x?=</c> in a header for an encoded word, and so does the mail client where a text begins with it.
    /// Mail clients encode only what is not ASCII: such a text gets a blank that is not.
    /// </summary>
    public static string Of(string text) => text.Contains("=?", StringComparison.Ordinal) ? NoBreakSpace + text : text;

    public static MailAddress Of(MailAddress person) =>
        person.DisplayName.Contains("=?", StringComparison.Ordinal)
            ? new(person.Address, Of(person.DisplayName))
            : person;
}
