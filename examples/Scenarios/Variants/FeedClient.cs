using System.Net.Http;

namespace Scenarios.Variants;

/// <summary>Asks a server that is down, again and again without a pause.</summary>
internal sealed class FeedClient : BackgroundService
{
    private readonly HttpClient _client = new();
    private int _failures;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Volatile.Read(ref _failures) > 600);
        while (!stoppingToken.IsCancellationRequested)
        {
            await PollFeedAsync(stoppingToken);
        }
    }

    private async Task PollFeedAsync(CancellationToken stoppingToken)
    {
        try
        {
            await _client.GetStringAsync(new Uri("http://127.0.0.1:1/feed"), stoppingToken);
        }
        catch (HttpRequestException)
        {
            Interlocked.Increment(ref _failures);
        }
    }
}
