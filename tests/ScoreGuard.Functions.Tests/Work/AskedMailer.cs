using ScoreGuard.Domain.Notifications;

namespace ScoreGuard.Functions.Tests.Work;

/// <summary>Does with each mail what a test says.</summary>
internal sealed class AskedMailer : IMailer
{
    public List<string> Asked { get; } = [];

    public Func<SendResult> Answer { get; set; } = () => new SendResult.Sent("");

    public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        Asked.Add(mail.Id);
        return Task.FromResult(Answer());
    }
}
