using System.Net;
using System.Net.Sockets;
using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot;

namespace GuruReports.SnapshotTarget;

/// <summary>Closes a connection and a listening port while an image lives, and listens on the same port again.</summary>
internal static class PortCommand
{
    public static int Run()
    {
        LongReading.Begin();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var endpoint = (IPEndPoint)listener.LocalEndpoint;
        using var client = new TcpClient();
        client.Connect(endpoint);
        var served = listener.AcceptSocket();
        using var session = SnapshotSession.Start(new SnapshotCaptureOptions { Timeout = TimeSpan.FromSeconds(60) });
        var (_, helper) = Children.WaitForBoth();
        _ = Kernel.Signal(helper, Kernel.Stop);

        served.Dispose();
        client.ReceiveTimeout = 20_000;
        Report.Line("clientSawEnd", client.GetStream().Read(new byte[1]) == 0);
        listener.Stop();
        using var again = new TcpListener(endpoint);
        again.Start();
        Report.Line("listensAgain", again.Server.IsBound);
        Report.Line("imageAlive", Children.Images().Count);

        session.Cancel();
        Report.Line("reason", session.Wait(TimeSpan.FromSeconds(20)).UnavailableReason ?? "");
        Report.Line("children", Children.AfterTearDown());
        return 0;
    }
}
