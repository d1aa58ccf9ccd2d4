using System.Reflection;
using ScoreGuard.Domain.Runs;

namespace ScoreGuard.Application.Tests.Runs.Queued;

/// <summary>A port whose caller dies at one chosen call: just before it, or after it has had its effect but before the answer.</summary>
public class Mortal : DispatchProxy
{
    private object _target = null!;
    private Fate _fate = null!;

    internal static T Of<T>(T target, Fate fate)
        where T : class
    {
        var port = Create<T, Mortal>();
        var mortal = (Mortal)(object)port;
        mortal._target = target;
        mortal._fate = fate;
        return port;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var moment = _fate.Next();
        if (moment == Moment.Before)
        {
            throw new KilledException(targetMethod!.Name);
        }

        var answer = targetMethod!.Invoke(_target, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);
        if (moment == Moment.After)
        {
            ((Task)answer!).GetAwaiter().GetResult();
            // A dead process holds no lock.
            if (answer is Task<RunLockResult> { Result: RunLockResult.Acquired acquired })
            {
                acquired.Handle.Dispose();
            }

            throw new KilledException(targetMethod.Name);
        }

        return answer;
    }
}

internal enum Moment
{
    None,
    Before,
    After,
}

/// <summary>Which call is the last.</summary>
internal sealed class Fate(int call, Moment moment)
{
    private int _calls;

    public bool Struck => _calls >= call;

    public Moment Next() => Interlocked.Increment(ref _calls) == call ? moment : Moment.None;
}
