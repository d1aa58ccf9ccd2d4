using System.Reflection;

namespace ScoreGuard.Application.Tests.Runs.Queued;

/// <summary>A port after each of whose calls something else happens before its caller goes on.</summary>
public class Meanwhile : DispatchProxy
{
    private object _target = null!;
    private Func<Task> _happens = null!;

    internal static T Of<T>(T target, Func<Task> happens)
        where T : class
    {
        var port = Create<T, Meanwhile>();
        var meanwhile = (Meanwhile)(object)port;
        (meanwhile._target, meanwhile._happens) = (target, happens);
        return port;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var answer = targetMethod!.Invoke(_target, BindingFlags.DoNotWrapExceptions, binder: null, args, culture: null);
        ((Task)answer!).GetAwaiter().GetResult();
        _happens().GetAwaiter().GetResult();
        return answer;
    }
}
