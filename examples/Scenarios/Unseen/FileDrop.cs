namespace Scenarios.Unseen;

/// <summary>Imports small files all the time, each in a session that collects when it is disposed.</summary>
internal sealed class FileDrop : BackgroundService
{
    private readonly Dictionary<int, string> _articles = Enumerable.Range(0, 200_000).ToDictionary(number => number, number => $"article {number}");
    private int _imported;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start(2, "import", _ => ImportFiles(stoppingToken));
        Ready.When(() => Volatile.Read(ref _imported) > 30 && _articles.Count > 0);
        return Task.CompletedTask;
    }

    private void ImportFiles(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            using var session = new ImportSession();
            session.Import(Interlocked.Increment(ref _imported));
        }
    }
}
