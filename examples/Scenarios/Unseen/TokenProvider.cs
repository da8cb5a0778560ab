namespace Scenarios.Unseen;

/// <summary>Renews its token inside a lock with a call to a partner that does not answer; all requests need the token.</summary>
internal sealed class TokenProvider : BackgroundService
{
    private readonly Lock _lock = new();
    private readonly SilentServer _identity = new();
    private readonly HttpClient _http = new();
    private string? _token;
    private int _requests;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        ThreadPool.SetMinThreads(64, 64);
        for (var request = 0; request < 30; request++)
        {
            _ = Task.Run(() => Handle(), stoppingToken);
        }

        Ready.When(() => Volatile.Read(ref _requests) == 30);
        return Task.CompletedTask;
    }

    private int Handle()
    {
        Interlocked.Increment(ref _requests);
        return GetToken().Length;
    }

    private string GetToken()
    {
        lock (_lock)
        {
            return _token ??= FetchToken();
        }
    }

    private string FetchToken()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://{_identity.EndPoint}/connect/token");
        using var response = _http.Send(request);
        using var reader = new StreamReader(response.Content.ReadAsStream());
        return reader.ReadToEnd();
    }
}
