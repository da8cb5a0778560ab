namespace Scenarios.Unseen;

/// <summary>Tries again at once when a delivery fails; nothing listens at the other end.</summary>
internal sealed class WebhookSender : BackgroundService
{
    private readonly HttpClient _client = new() { BaseAddress = new Uri("http://127.0.0.1:1") };
    private int _failed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Volatile.Read(ref _failed) > 2000);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(hook => DeliverAsync(hook, stoppingToken)));
    }

    private async Task DeliverAsync(int hook, CancellationToken stoppingToken)
    {
        while (!await SendAsync(hook, stoppingToken))
        {
            Interlocked.Increment(ref _failed);
        }
    }

    private async Task<bool> SendAsync(int hook, CancellationToken stoppingToken)
    {
        try
        {
            using var content = new StringContent($"{{\"hook\":{hook}}}");
            using var response = await _client.PostAsync(new Uri($"/hooks/{hook}", UriKind.Relative), content, stoppingToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
