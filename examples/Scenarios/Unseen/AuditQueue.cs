using System.Collections.Concurrent;

namespace Scenarios.Unseen;

/// <summary>Requests write to a bounded queue; its only reader fell over a bad entry.</summary>
internal sealed class AuditQueue : BackgroundService
{
    private readonly BlockingCollection<string?> _entries = new(16);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = Task.Run(WriteAll, stoppingToken);
        _entries.Add(null, stoppingToken);
        Ready.When(() => _entries.Count == 16 && ThreadPool.PendingWorkItemCount > 25);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(request => Task.Run(() => Record(request), stoppingToken)));
    }

    private void WriteAll()
    {
        foreach (var entry in _entries.GetConsumingEnumerable())
        {
            Console.Error.WriteLine(entry!.Length);
        }
    }

    private void Record(int request) => _entries.Add($"request {request}");
}
