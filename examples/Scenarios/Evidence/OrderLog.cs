using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;

namespace Scenarios.Evidence;

/// <summary>Endpoints write to a log whose queue is full, since its thread sends to a server that reads nothing.</summary>
internal sealed class OrderLog
{
    private const int Customers = 6;
    private const int Room = 500;
    private static readonly TimeSpan s_stands = TimeSpan.FromSeconds(6);
    private readonly BlockingCollection<byte[]> _events = new(Room);
    private readonly Stopwatch _full = new();
    private readonly SilentServer _server = new();

    public static IHost Build(string[] args)
    {
        var log = new OrderLog();
        return Hosts.Web(args, _ => { }, app =>
        {
            app.MapGet("/order/{id:int}", log.Order);
            app.MapGet("/cancel/{id:int}", log.Cancel);
            app.Lifetime.ApplicationStarted.Register(() => log.Load(new Uri(app.Urls.First())));
        });
    }

    private string Order(int id)
    {
        Write($"order {id}");
        return "ordered";
    }

    private string Cancel(int id)
    {
        Write($"cancel {id}");
        return "cancelled";
    }

    private void Write(string what)
    {
        for (var line = 0; line < Room; line++)
        {
            _events.Add(System.Text.Encoding.ASCII.GetBytes(what.PadRight(64 << 10)));
        }
    }

    private void Send()
    {
        using var wire = new TcpClient();
        wire.Connect(_server.EndPoint);
        foreach (var line in _events.GetConsumingEnumerable())
        {
            wire.GetStream().Write(line);
        }
    }

    private void Load(Uri server)
    {
        new Crew().Start("log", Send).Start(Customers, "customer", number => Ask(server, number));
        Ready.When(HasStood);
    }

    private bool HasStood()
    {
        if (_events.Count == Room)
        {
            _full.Start();
        }

        return _full.Elapsed > s_stands;
    }

    private static void Ask(Uri server, int number)
    {
        using var client = new TcpClient(server.Host, server.Port);
        client.GetStream().Write(System.Text.Encoding.ASCII.GetBytes($"GET /{(number % 2 == 0 ? "order" : "cancel")}/{number} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        client.GetStream().ReadByte();
    }
}
