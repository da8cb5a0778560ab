using System.Net;

namespace Scenarios.Evidence;

/// <summary>Healthy: many downloads wait for their turn, two at a time, and come through.</summary>
internal sealed class ImageFetcher : BackgroundService
{
    private const int Images = 60;
    private readonly SemaphoreSlim _two = new(2);
    private readonly HttpClient _client = new();
    private int _fetched;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var server = Serve();
        Ready.When(() => Volatile.Read(ref _fetched) > 20);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(Enumerable.Range(0, Images).Select(image => FetchAsync(new Uri(server, $"/{image}"))));
        }
    }

    private async Task FetchAsync(Uri image)
    {
        await _two.WaitAsync();
        try
        {
            await _client.GetByteArrayAsync(image);
            Interlocked.Increment(ref _fetched);
        }
        finally
        {
            _two.Release();
        }
    }

    // Answers after a moment, as a server far away does.
    private static Uri Serve()
    {
        var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        new Crew().Start(4, "image server", _ =>
        {
            var request = new byte[4096];
            while (true)
            {
                using var client = listener.AcceptTcpClient();
                while (client.GetStream().Read(request) > 0)
                {
                    Thread.Sleep(40);
                    client.GetStream().Write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nimage"u8);
                }
            }
        });
        return new Uri($"http://{listener.LocalEndpoint}");
    }
}
