using System.Collections.Concurrent;
using ScoreGuard.Domain.Notifications;

namespace ScoreGuard.Application.Tests.Notifications;

/// <summary>A mailer that ends each attempt as a test plans it.</summary>
internal sealed class PlannedMailer : IMailer
{
    private readonly ConcurrentQueue<OutgoingMail> handedOver = new();

    public IReadOnlyList<OutgoingMail> HandedOver => [.. handedOver];

    public Func<OutgoingMail, SendResult> Plan { get; set; } = _ => new SendResult.Sent("");

    public Task<SendResult> SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        handedOver.Enqueue(mail);
        return Task.FromResult(Plan(mail));
    }
}
