namespace Scenarios.Unseen;

/// <summary>A timer whose callback waits for asynchronous calls; each tick comes before the last one has ended.</summary>
internal sealed class StatusReporter : IHostedService, IDisposable
{
    private readonly SilentServer _collector = new();
    private readonly HttpClient _client = new();
    private Timer? _timer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _timer = new Timer(Report, null, TimeSpan.Zero, TimeSpan.FromMilliseconds(50));
        Ready.When(() => ThreadPool.ThreadCount >= 8);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _timer?.Change(Timeout.Infinite, 0);
        return Task.CompletedTask;
    }

    public void Dispose() => _timer?.Dispose();

    private void Report(object? state)
    {
        using var content = new StringContent("{\"status\":\"ok\"}");
        using var answer = _client.PostAsync(new Uri($"http://{_collector.EndPoint}/status"), content).Result;
        answer.EnsureSuccessStatusCode();
    }
}
