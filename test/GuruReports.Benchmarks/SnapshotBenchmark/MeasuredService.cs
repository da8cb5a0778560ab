using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot;

namespace GuruReports.Benchmarks.SnapshotBenchmark;

/// <summary>
/// The service that is measured: a heap of small objects of the given size, 10 000 pending async methods, a probe thread,
/// and an echo port for the client outside. Obeys lines on its standard input.
/// </summary>
internal static class MeasuredService
{
    private const int NodeSize = 48, PendingChains = 2500, ChainLength = 4, NodesPerHead = 64;

    private static readonly TaskCompletionSource s_never = new();

    public static int Run(string megabytes)
    {
        var heads = Fill((long)(double.Parse(megabytes, CultureInfo.InvariantCulture) * (1 << 20) / NodeSize));
        var pending = Enumerable.Range(0, PendingChains).Select(_ => Wait(ChainLength)).ToArray();
        var port = StartEcho();
        var probe = new StallProbe(heads);
        GC.Collect();
        Line($"ready {Environment.ProcessId} {port}");
        while (Console.ReadLine() is { } command)
        {
            switch (command)
            {
                case "snapshot":
                case "snapshot-heap":
                    Snapshot(command == "snapshot-heap");
                    break;
                case "stall":
                    var (blocked, clock) = probe.Take();
                    Line($"{blocked:F1} {clock:F1}");
                    break;
            }
        }

        GC.KeepAlive(pending);
        return 0;
    }

    private static void Snapshot(bool walkHeap)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var options = new SnapshotCaptureOptions { WalkHeap = walkHeap, MaximumPause = TimeSpan.FromSeconds(1), Timeout = TimeSpan.FromSeconds(60), HeapWalkTimeout = TimeSpan.FromSeconds(40) };
        var capture = ProcessInspector.TakeSnapshot(options);
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var stages = string.Join(", ", capture.Stages.Select(stage => string.Create(CultureInfo.InvariantCulture, $"{stage.Stage} {stage.Milliseconds:F0}")));
        Line($"{(capture.IsAvailable ? "read" : capture.UnavailableReason!.Replace(' ', '_'))} {capture.Duration.TotalMilliseconds:F0} {capture.Paused.TotalMilliseconds:F1} {allocated / 1024} {capture.Attempts} {stages.Replace(' ', '_')} {string.Join('_', capture.Result?.Timings.Select(timing => FormattableString.Invariant($"{timing.Stage}:{timing.Milliseconds:F0}")) ?? [])} {capture.Result?.Heap?.Objects ?? 0}");
    }

    private static Node[] Fill(long count)
    {
        var heads = new Node[count / NodesPerHead];
        for (var index = 0; index < heads.Length; index++)
        {
            for (var depth = 0; depth < NodesPerHead; depth++)
            {
                heads[index] = new Node { Next = heads[index], Value = depth };
            }
        }

        return heads;
    }

    private static async Task Wait(int depth)
    {
        if (depth > 1)
        {
            await Wait(depth - 1);
        }
        else
        {
            await s_never.Task;
        }
    }

    private static int StartEcho()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        new Thread(() =>
        {
            using var socket = listener.AcceptSocket();
            socket.NoDelay = true;
            var buffer = new byte[1];
            while (socket.Receive(buffer) == 1)
            {
                socket.Send(buffer);
            }
        })
        { IsBackground = true, Name = "echo" }.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void Line(FormattableString text)
    {
        Console.WriteLine(FormattableString.Invariant(text));
        Console.Out.Flush();
    }
}
