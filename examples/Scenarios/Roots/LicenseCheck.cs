using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Scenarios.Roots;

/// <summary>Asks a server whose certificate nobody trusts; each check fails and counts as "not licensed".</summary>
internal sealed class LicenseCheck : BackgroundService
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private int _checks;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _server.Start();
        new Thread(Serve) { IsBackground = true, Name = "license server" }.Start();
        Ready.When(() => Volatile.Read(ref _checks) >= 5);
        using var http = new HttpClient();
        while (!stoppingToken.IsCancellationRequested)
        {
            await IsLicensedAsync(http, stoppingToken);
            _checks++;
            await Task.Delay(TimeSpan.FromMilliseconds(200), stoppingToken);
        }
    }

    private async Task<bool> IsLicensedAsync(HttpClient http, CancellationToken stop)
    {
        try
        {
            return (await http.GetStringAsync(new Uri($"https://localhost:{((IPEndPoint)_server.LocalEndpoint).Port}/"), stop)).Length > 0;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Serve()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=somebody.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        while (true)
        {
            using var client = _server.AcceptTcpClient();
            using var secure = new SslStream(client.GetStream());
            try
            {
                secure.AuthenticateAsServer(certificate);
                _ = secure.ReadByte();
            }
            catch (IOException)
            {
                // The client hangs up when it sees the certificate.
                continue;
            }
        }
    }
}
