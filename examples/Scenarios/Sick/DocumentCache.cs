namespace Scenarios.Sick;

/// <summary>Caches documents and never evicts one.</summary>
internal sealed class DocumentCache : BackgroundService
{
    private readonly Dictionary<int, CustomerDocument> _documents = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => GC.CollectionCount(2) > 0 && GC.GetTotalMemory(false) > 60_000_000);
        while (!stoppingToken.IsCancellationRequested)
        {
            AddDocuments();
            await Task.Delay(20, stoppingToken);
        }
    }

    private void AddDocuments()
    {
        for (var number = 0; number < 300 && _documents.Count < 100_000; number++)
        {
            _documents.Add(_documents.Count, new CustomerDocument(new string('x', 2_000)));
        }
    }

    private sealed record CustomerDocument(string Text);
}
