namespace Scenarios.Unseen;

/// <summary>Copies each photo several times, into large arrays that nobody reuses, beside a big cache.</summary>
internal sealed class PhotoService : BackgroundService
{
    private readonly Dictionary<int, string[]> _albums = Enumerable.Range(0, 100_000).ToDictionary(album => album, album => new[] { $"album {album}", $"owner {album % 77}" });
    private int _served;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        new Crew().Start(2, "photo", _ => Serve(stoppingToken));
        Ready.When(() => Volatile.Read(ref _served) > 200 && _albums.Count > 0);
        return Task.CompletedTask;
    }

    private static string Encode(int photo)
    {
        using var stream = new MemoryStream();
        for (var block = 0; block < 20; block++)
        {
            stream.Write(new byte[100_000]);
        }

        var bytes = stream.ToArray();
        bytes[0] = (byte)photo;
        return Convert.ToBase64String(bytes);
    }

    private void Serve(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            _ = Encode(Interlocked.Increment(ref _served));
        }
    }
}
