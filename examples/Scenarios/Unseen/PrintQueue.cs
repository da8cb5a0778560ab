namespace Scenarios.Unseen;

/// <summary>Lets three jobs print at a time; a job that is cancelled forgets to give its place back.</summary>
internal sealed class PrintQueue : BackgroundService
{
    private readonly SemaphoreSlim _printers = new(3, 3);

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        for (var job = 0; job < 3; job++)
        {
            Print(cancelled.Token);
        }

        var crew = new Crew().Start(25, "print", _ => Print(stoppingToken));
        Ready.When(() => crew.AllWait);
        return Task.CompletedTask;
    }

    private void Print(CancellationToken cancellation)
    {
        _printers.Wait(CancellationToken.None);
        if (cancellation.IsCancellationRequested)
        {
            return;
        }

        _printers.Release();
    }
}
