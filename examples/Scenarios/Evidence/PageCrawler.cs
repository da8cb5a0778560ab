using System.Threading.Channels;

namespace Scenarios.Evidence;

/// <summary>The only reader of a full channel waits to write into it what it has found.</summary>
internal sealed class PageCrawler : BackgroundService
{
    private const int Room = 20;
    private readonly Channel<string> _pages = Channel.CreateBounded<string>(Room);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => _pages.Reader.Count == Room);
        await _pages.Writer.WriteAsync("/", stoppingToken);
        await foreach (var page in _pages.Reader.ReadAllAsync(stoppingToken))
        {
            await VisitAsync(page, stoppingToken);
        }
    }

    private async Task VisitAsync(string page, CancellationToken stoppingToken)
    {
        for (var link = 0; link < 3; link++)
        {
            await _pages.Writer.WriteAsync($"{page}{link}/", stoppingToken);
        }
    }
}
