using System.Diagnostics;

namespace Scenarios.Unseen;

/// <summary>Starts a program for each upload on the pool and waits there for its end.</summary>
internal sealed class VideoConverter : BackgroundService
{
    private int _converting;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var upload = 0; upload < 200; upload++)
        {
            ThreadPool.QueueUserWorkItem(_ => ConvertVideo());
        }

        Ready.When(() => Volatile.Read(ref _converting) >= 4 && ThreadPool.PendingWorkItemCount > 100);
        return Task.CompletedTask;
    }

    private void ConvertVideo()
    {
        Interlocked.Increment(ref _converting);
        using var converter = Process.Start("sleep", "20");
        converter.WaitForExit();
    }
}
