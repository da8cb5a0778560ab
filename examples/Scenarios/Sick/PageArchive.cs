namespace Scenarios.Sick;

/// <summary>Renders pages in large buffers and keeps a preview of each: the previews hold the gaps between them open.</summary>
internal sealed class PageArchive : BackgroundService
{
    private readonly List<byte[]> _previews = [];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var document = Enumerable.Range(0, 200).Select(_ => RenderPage()).ToList();
        GC.KeepAlive(document);
        document.Clear();
        GC.Collect();
        Ready.When(() => _previews.Count == 200);
        return Task.CompletedTask;
    }

    private byte[] RenderPage()
    {
        var pixels = new byte[2 << 20];
        _previews.Add(new byte[90_000]);
        return pixels;
    }
}
