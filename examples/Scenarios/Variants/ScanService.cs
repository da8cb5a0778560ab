using System.Runtime.InteropServices;

namespace Scenarios.Variants;

/// <summary>Leaks native memory: the managed heap stays small while the process grows.</summary>
internal sealed class ScanService : BackgroundService
{
    private long _leaked;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Interlocked.Read(ref _leaked) > 100_000_000);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (_leaked < 900_000_000)
            {
                ScanPage();
            }

            await Task.Delay(10, stoppingToken);
        }
    }

    private unsafe void ScanPage()
    {
        var page = (byte*)NativeMemory.Alloc(2_000_000);
        NativeMemory.Fill(page, 2_000_000, 1);
        Interlocked.Add(ref _leaked, 2_000_000);
    }
}
