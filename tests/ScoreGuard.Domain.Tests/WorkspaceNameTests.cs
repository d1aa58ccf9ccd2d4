using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Workspaces;

namespace ScoreGuard.Domain.Tests;

public sealed class WorkspaceNameTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("gitlab-eu-2")]
    [InlineData("a23456789012345678901234567890123456789012345678901234567890123")]
    public void A_name_is_lower_case_letters_digits_and_dashes(string text)
    {
        WorkspaceName.TryParse(text, out var name).ShouldBeTrue();
        name.Value.ShouldBe(text);
        name.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("A")]
    [InlineData("ü")]
    [InlineData("a b")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a~b")]
    [InlineData("a'b")]
    [InlineData("a\n")]
    [InlineData("a234567890123456789012345678901234567890123456789012345678901234")]
    public void What_could_leave_a_folder_or_a_partition_is_no_name(string? text) =>
        WorkspaceName.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void A_name_that_is_none_is_told_with_what_would_be_right() =>
        WorkspaceName
            .Read("--workspace", "Bad Name")
            .ShouldBeOfType<Parsed<WorkspaceName>.Refused>()
            .Diagnostics.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe(
                "--workspace: error SG5108: `Bad Name` is no name of a workspace; use lower-case letters, digits and dashes, at most 63, the first no dash."
            );

    [Fact]
    public void A_name_that_was_never_given_has_no_value() =>
        Should.Throw<InvalidOperationException>(() => default(WorkspaceName).Value);
}
