using System.Net.Sockets;
using System.Text;

namespace Scenarios.Unseen;

/// <summary>Reads request bodies synchronously; clients on bad lines send half of theirs and pause.</summary>
internal static class UploadEndpoint
{
    private static readonly List<TcpClient> s_clients = [];
    private static int s_inside;

    public static IHost Build(string[] args) => Hosts.Web(
        args,
        builder => builder.WebHost.ConfigureKestrel(server => server.AllowSynchronousIO = true),
        app =>
        {
            app.MapPost("/upload", SaveUpload);
            app.Lifetime.ApplicationStarted.Register(() => new Crew().Start("phones", () => SendHalf(new Uri(app.Urls.First()))));
        });

    private static string SaveUpload(HttpRequest request)
    {
        Interlocked.Increment(ref s_inside);
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        return $"{reader.ReadToEnd().Length} characters";
    }

    private static void SendHalf(Uri server)
    {
        for (var number = 0; number < 40; number++)
        {
            var client = new TcpClient(server.Host, server.Port);
            client.GetStream().Write("POST /upload HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nfirst half"u8);
            s_clients.Add(client);
        }

        Ready.When(() => Volatile.Read(ref s_inside) >= 6);
    }
}
