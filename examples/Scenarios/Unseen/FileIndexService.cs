namespace Scenarios.Unseen;

/// <summary>Counts a folder's size from above while a file in it grows from below.</summary>
internal sealed class FileIndexService : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var root = new Folder(null);
        var reports = new Folder(root);
        root.Add(reports);
        var both = new Barrier(2);
        var crew = new Crew()
            .Start("size", () => root.CountSize(both.SignalAndWait))
            .Start("upload", () => reports.Grow(4096, both.SignalAndWait));
        Ready.When(() => both.CurrentPhaseNumber > 0 && crew.AllWait);
        return Task.CompletedTask;
    }
}
