namespace Scenarios.Roots;

/// <summary>Blocks on an async method on the only thread on which that method can go on.</summary>
internal sealed class AddressForm : BackgroundService
{
    private volatile bool _asked;

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = new UiLoop(() => ShowAddress());
        Ready.When(() => _asked);
        return Task.Delay(Timeout.Infinite, stoppingToken);
    }

    private string ShowAddress() => LoadAddressAsync().Result;

    private async Task<string> LoadAddressAsync()
    {
        await Task.Run(() => _asked = true);
        return "Main Street";
    }
}
