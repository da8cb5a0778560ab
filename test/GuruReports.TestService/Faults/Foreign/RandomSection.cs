using System.Globalization;
using GuruReports.Hosting;
using GuruReports.Reporting.Model;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>A section that does something else each time, none of it good. What it does follows from its seed.</summary>
internal sealed class RandomSection(int seed) : IReportGenerator
{
    private static readonly List<ReportValue> s_shared = [];
    private static readonly AsyncLocal<int> s_local = new();

    private readonly Random _random = new(seed);

    public string Title => $"Random {seed}";

    public ReportSection Generate(ReportContext context)
    {
        Thread.CurrentThread.CurrentCulture = CultureInfo.InvariantCulture;
        return new ReportSection { Title = Title, Value = Do(_random.Next(16), context.Cancellation) };
    }

    private ReportValue Do(int what, CancellationToken cancellation) => what switch
    {
        0 => throw new InvalidOperationException(new string('x', _random.Next(1 << 20))),
        1 => throw new BlockingOnceException(),
        2 => Wait(() => Thread.Sleep(_random.Next(200))),
        3 => Wait(() => cancellation.WaitHandle.WaitOne(1000)),
        4 => Wait(() => SpinUntil(cancellation)),
        5 => Wait(Thread.CurrentThread.Interrupt),
        6 => InterruptLater(),
        7 => new ReportList(s_shared),
        8 => Mutate(),
        9 => new ReportText(new string('y', _random.Next(8 << 20))),
        10 => Allocate(),
        11 => ChangeThread(),
        12 => new ReportList([null!, new ReportText(null!), new ReportMap([null!])]),
        13 => Nested(_random.Next(200)),
        14 => new ReportTable(["a", "b"], [[], ["1"], ["1", "2", "3"], null!]),
        _ => null!,
    };

    private static ReportText Wait(Action wait)
    {
        wait();
        return new ReportText("done");
    }

    private static void SpinUntil(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            Thread.SpinWait(100);
        }
    }

    private static ReportText InterruptLater()
    {
        var thread = Thread.CurrentThread;
        new Thread(() =>
        {
            Thread.Sleep(5);
            thread.Interrupt();
        }) { IsBackground = true }.Start();
        return new ReportText("interrupted later");
    }

    private static ReportText Mutate()
    {
        new Thread(() =>
        {
            for (var i = 0; i < 100_000; i++)
            {
                s_shared.Add(new ReportText("shared"));
            }

            s_shared.Clear();
        }) { IsBackground = true }.Start();
        return new ReportText("mutated");
    }

    private static ReportSize Allocate()
    {
        var blocks = new List<byte[]>();
        for (var i = 0; i < 32; i++)
        {
            blocks.Add(new byte[1 << 20]);
        }

        return new ReportSize(blocks.Sum(block => (long)block.Length));
    }

    private static ReportText ChangeThread()
    {
        Thread.CurrentThread.IsBackground = false;
        Thread.CurrentThread.Priority = ThreadPriority.Lowest;
        Thread.CurrentThread.CurrentCulture = new CultureInfo("tr-TR");
        SynchronizationContext.SetSynchronizationContext(new SynchronizationContext());
        s_local.Value++;
        return new ReportText("changed");
    }

    private static ReportValue Nested(int depth)
    {
        ReportValue value = new ReportText("innermost");
        for (var level = 0; level < depth; level++)
        {
            value = new ReportList([value]);
        }

        return value;
    }

    private sealed class BlockingOnceException : Exception
    {
        public override string Message
        {
            get
            {
                Thread.Sleep(150);
                return "late";
            }
        }
    }
}
