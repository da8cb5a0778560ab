using GuruReports.Hosting;
using Microsoft.Extensions.Hosting;

namespace GuruReports.TestService.Faults;

/// <summary>A section of the service's own that misbehaves.</summary>
internal sealed class BadSection(string title, Func<object?> content) : Illness
{
    private static int s_calls;

    public override void Register(HostApplicationBuilder builder, IGuruMeditationBuilder reports) =>
        reports.AddSection(title, content);

    public static object? Throw() => throw new InvalidOperationException("the section is broken");

    public static object? Hang()
    {
        Thread.Sleep(Timeout.Infinite);
        return null;
    }

    /// <summary>Hangs until the next but one report asks, which lets it go.</summary>
    public static object? HangOnce()
    {
        if (Interlocked.Increment(ref s_calls) > 1)
        {
            return "recovered";
        }

        while (!File.Exists(Environment.GetEnvironmentVariable("LET_GO")))
        {
            Thread.Sleep(20);
        }

        return null;
    }

    public static object? Spin()
    {
        while (true)
        {
            Thread.SpinWait(1000);
        }
    }

    public static object? Deadlock()
    {
        var (left, right) = (new object(), new object());
        using var bothHeld = new Barrier(2);
        new Thread(() => Take(right, left, bothHeld)) { IsBackground = true }.Start();
        Take(left, right, bothHeld);
        return null;
    }

    public static object? Allocate()
    {
        var live = new List<byte[]>();
        while (live.Count < 100_000)
        {
            live.Add(new byte[10_000]);
        }

        return $"{live.Count} blocks";
    }

    public static object? Large(int bytes) =>
        string.Concat(Enumerable.Range(0, bytes / 100).Select(line => $"{line,9} {new string('x', 89)}\n"));

    public static object? Odd() => "<3>a priority\nNUL \0 lone \ud800 escape \u001b[31m end of oddities";

    private static void Take(object first, object second, Barrier bothHeld)
    {
        lock (first)
        {
            bothHeld.SignalAndWait();
            lock (second)
            {
                bothHeld.SignalAndWait();
            }
        }
    }
}
