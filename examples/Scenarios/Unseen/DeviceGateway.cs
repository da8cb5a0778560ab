namespace Scenarios.Unseen;

/// <summary>Opens devices and forgets them; what closes them waits in a finalizer.</summary>
internal sealed class DeviceGateway : BackgroundService
{
    private readonly TaskCompletionSource<string> _goodBye = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Ready.When(() => Volatile.Read(ref DeviceHandle.Waiting) > 0);
        while (!stoppingToken.IsCancellationRequested)
        {
            for (var device = 0; device < 2000; device++)
            {
                _ = new DeviceHandle(_goodBye.Task);
                _ = new byte[200];
            }

            await Task.Delay(5, stoppingToken);
        }
    }
}
