using System.Collections.Concurrent;

namespace Scenarios.Unseen;

/// <summary>Builds pages from three partners at once; the answers of one carry another id than was asked with.</summary>
internal sealed class DashboardService : BackgroundService
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<string>> _pending = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => _pending.Count == 120);
        var pages = new List<Task<string>>();
        for (var user = 0; user < 120; user++)
        {
            pages.Add(RenderAsync(user));
            await Task.Delay(2, stoppingToken);
        }

        await Task.WhenAll(pages);
    }

    private static async Task<string> LoadOrdersAsync(int user)
    {
        await Task.Delay(10);
        return $"orders of {user}";
    }

    private static async Task<string> LoadStockAsync()
    {
        await Task.Delay(5);
        return "stock";
    }

    private async Task<string> RenderAsync(int user)
    {
        var parts = await Task.WhenAll(LoadOrdersAsync(user), LoadStockAsync(), LoadReviewsAsync(user));
        return string.Join('\n', parts);
    }

    private async Task<string> LoadReviewsAsync(int user)
    {
        var correlation = Guid.NewGuid();
        var answer = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _pending[correlation] = answer;
        OnAnswer(Guid.NewGuid(), $"reviews of {user}");
        return await answer.Task;
    }

    private void OnAnswer(Guid correlation, string text)
    {
        if (_pending.TryRemove(correlation, out var waiting))
        {
            waiting.SetResult(text);
        }
    }
}
