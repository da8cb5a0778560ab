using System.Net.Sockets;

namespace Scenarios.Unseen;

/// <summary>Guards its cache with an asynchronous lock and downloads while it holds it; the partner does not answer.</summary>
internal sealed class CertificateStore : BackgroundService
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly SilentServer _authority = new();
    private readonly Dictionary<string, byte[]> _certificates = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var requests = new List<Task>();
        for (var number = 0; number < 60; number++)
        {
            requests.Add(GetAsync($"tenant-{number % 7}"));
        }

        Ready.When(() => _gate.CurrentCount == 0);
        await Task.WhenAll(requests);
    }

    private async Task<byte[]> GetAsync(string tenant)
    {
        await _gate.WaitAsync();
        try
        {
            if (!_certificates.TryGetValue(tenant, out var certificate))
            {
                certificate = await DownloadAsync();
                _certificates[tenant] = certificate;
            }

            return certificate;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<byte[]> DownloadAsync()
    {
        using var client = new TcpClient();
        await client.ConnectAsync(_authority.EndPoint);
        var certificate = new byte[2048];
        await client.GetStream().ReadExactlyAsync(certificate);
        return certificate;
    }
}
