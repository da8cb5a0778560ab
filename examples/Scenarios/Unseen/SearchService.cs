using System.Collections.Concurrent;

namespace Scenarios.Unseen;

/// <summary>Remembers each search by its text: every user types another one.</summary>
internal sealed class SearchService : BackgroundService
{
    private static readonly ConcurrentDictionary<string, SearchResult> s_results = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => GC.CollectionCount(2) > 0 && GC.GetTotalMemory(false) > 50_000_000);
        for (var number = 0; !stoppingToken.IsCancellationRequested; number++)
        {
            _ = Search($"user query {number}");
            if (number % 400 == 0)
            {
                await Task.Delay(10, stoppingToken);
            }
        }
    }

    private static SearchResult Search(string text) => s_results.GetOrAdd(text, static query => new SearchResult(query, new decimal[60]));

    private sealed record SearchResult(string Query, decimal[] Prices);
}
