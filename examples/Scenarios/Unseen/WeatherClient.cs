namespace Scenarios.Unseen;

/// <summary>Calls a partner that takes the request and never answers, without a time limit.</summary>
internal sealed class WeatherClient : BackgroundService
{
    private readonly SilentServer _partner = new();
    private readonly HttpClient _client = new() { Timeout = Timeout.InfiniteTimeSpan };
    private int _asked;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Volatile.Read(ref _asked) == 200);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (_asked < 200)
            {
                _ = GetForecastAsync(_asked++);
            }

            await Task.Delay(5, stoppingToken);
        }
    }

    private async Task<int> GetForecastAsync(int city)
    {
        var text = await _client.GetStringAsync(new Uri($"http://{_partner.EndPoint}/forecast/{city}"));
        return text.Length;
    }
}
