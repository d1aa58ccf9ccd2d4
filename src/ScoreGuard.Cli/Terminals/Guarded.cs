using ScoreGuard.Domain.Faults;

namespace ScoreGuard.Cli.Terminals;

/// <summary>Turns what can go wrong around a command into a sentence and an exit code; no user sees a stack trace.</summary>
internal static class Guarded
{
    public static async Task<int> RunAsync(Func<Task<int>> command)
    {
        // The command line library can only cancel what has returned its task to it; a signal before that kills the process.
        await Task.Yield();
        try
        {
            return await command();
        }
        catch (StoppedReplay stopped)
        {
            Screen.Error(stopped.Message);
            return ExitCodes.Cancelled;
        }
        catch (OperationCanceledException)
        {
            Screen.Error("Stopped. Nothing half-written is left; run it again whenever you like.");
            return ExitCodes.Cancelled;
        }
        catch (StoreDamage damage)
        {
            Screen.Show([damage.Diagnostic]);
            return ExitCodes.Broken;
        }
        catch (StorageFault fault)
        {
            Screen.Error(
                $"error: {fault.Message} Nothing was lost: free some space or correct the permissions, then try again."
            );
            return ExitCodes.BadInput;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Screen.Error($"error: {refused.Message} Nothing was lost: correct that, then try again.");
            return ExitCodes.BadInput;
        }
        catch (Exception bug)
        {
            Screen.Error(
                $"error: this is a mistake in scoreguard, not in your files ({bug.GetType().Name}: {bug.Message}). Nothing was lost; please report it with the command that you typed."
            );
            return ExitCodes.BadInput;
        }
    }
}
