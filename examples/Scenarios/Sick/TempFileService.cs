namespace Scenarios.Sick;

/// <summary>Has a finalizer that takes a lock which is held for ever: nothing is finalized any more.</summary>
internal sealed class TempFileService : BackgroundService
{
    private static readonly object s_directory = new();
    private static volatile bool s_finalizing;
    private static volatile bool s_sweeping;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start("temp-sweeper", Sweep);
        SpinWait.SpinUntil(() => s_sweeping);
        WriteFiles();
        GC.Collect();
        SpinWait.SpinUntil(() => s_finalizing);
        WriteFiles();
        GC.Collect();

        Ready.When(() => s_finalizing);
        return Task.CompletedTask;
    }

    private static void Sweep()
    {
        lock (s_directory)
        {
            s_sweeping = true;
            Thread.Sleep(Timeout.Infinite);
        }
    }

    private static void WriteFiles()
    {
        for (var number = 0; number < 5_000; number++)
        {
            _ = new TempFile($"export-{number}.tmp");
        }
    }

    private sealed class TempFile(string path)
    {
        ~TempFile()
        {
            s_finalizing = true;
            lock (s_directory)
            {
                File.Delete(path);
            }
        }
    }
}
