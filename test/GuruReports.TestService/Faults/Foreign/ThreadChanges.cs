using System.Diagnostics;
using System.Globalization;

namespace GuruReports.TestService.Faults.Foreign;

/// <summary>Sections that leave something on the thread that they run on, and one that shows what it finds there.</summary>
internal static class ThreadChanges
{
    private static readonly AsyncLocal<string?> s_local = new();

    // An own time limit of the section, which fires after it has returned.
    public static object? InterruptLater()
    {
        var thread = Thread.CurrentThread;
        new Thread(() =>
        {
            for (var i = 0; i < 50; i++)
            {
                Thread.Sleep(10);
                thread.Interrupt();
            }
        }) { IsBackground = true }.Start();
        thread.Interrupt();
        return "returned in time";
    }

    public static object? HangInForeground()
    {
        Thread.CurrentThread.IsBackground = false;
        Thread.Sleep(Timeout.Infinite);
        return null;
    }

    public static object? ReturnInForeground()
    {
        Thread.CurrentThread.IsBackground = false;
        return "in the foreground";
    }

    public static object? Leave()
    {
        Thread.CurrentThread.CurrentCulture = new CultureInfo("tr-TR");
        Thread.CurrentThread.Priority = ThreadPriority.Lowest;
        s_local.Value = "left behind";
        return "left";
    }

    public static object? Show() =>
        $"culture '{CultureInfo.CurrentCulture.Name}', priority {Thread.CurrentThread.Priority}, local '{s_local.Value}', trace '{Activity.Current?.Id}'";
}
