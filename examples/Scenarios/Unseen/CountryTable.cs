namespace Scenarios.Unseen;

/// <summary>Loads its table once for all; the load never ends, and everybody awaits it.</summary>
internal sealed class CountryTable : BackgroundService
{
    private readonly Lazy<Task<Dictionary<string, string>>> _table;
    private readonly TaskCompletionSource<string> _reply = new();
    private int _asked;

    public CountryTable() => _table = new(LoadAsync);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Volatile.Read(ref _asked) == 150);
        var requests = new List<Task<string>>();
        for (var request = 0; request < 150; request++)
        {
            requests.Add(NameOfAsync("de"));
            await Task.Delay(1, stoppingToken);
        }

        await Task.WhenAll(requests);
    }

    private async Task<string> NameOfAsync(string code)
    {
        Interlocked.Increment(ref _asked);
        var table = await _table.Value;
        return table[code];
    }

    private async Task<Dictionary<string, string>> LoadAsync()
    {
        await Task.Yield();
        var text = await _reply.Task;
        return new Dictionary<string, string> { ["de"] = text };
    }
}
