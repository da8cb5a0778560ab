using System.Collections.Concurrent;

namespace Scenarios.Roots;

/// <summary>Completes what others wait for on its reading thread; one of them asks again and blocks there.</summary>
internal sealed class BarcodeReader : BackgroundService
{
    private readonly ConcurrentQueue<TaskCompletionSource<int>> _waiting = new();
    private readonly BlockingCollection<int> _codes = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var reader = new Crew().Start("scanner", ReadCodes);
        var articles = Enumerable.Range(0, 8).Select(_ => ScanArticleAsync()).ToList();
        var twice = ScanTwiceAsync();
        for (var code = 0; code < 9; code++)
        {
            _codes.Add(code, stoppingToken);
        }

        articles.AddRange(Enumerable.Range(0, 8).Select(_ => ScanArticleAsync()));
        Ready.When(() => _waiting.Count >= 9 && reader.AllWait);
        await Task.WhenAll([.. articles, twice]);
    }

    private void ReadCodes()
    {
        foreach (var code in _codes.GetConsumingEnumerable())
        {
            if (_waiting.TryDequeue(out var next))
            {
                next.SetResult(code);
            }
        }
    }

    private Task<int> NextAsync()
    {
        var next = new TaskCompletionSource<int>();
        _waiting.Enqueue(next);
        return next.Task;
    }

    private async Task<int> ScanArticleAsync() => await NextAsync();

    private async Task<int> ScanTwiceAsync()
    {
        var first = await NextAsync();
        return first + ScanAgain();
    }

    private int ScanAgain() => NextAsync().GetAwaiter().GetResult();
}
