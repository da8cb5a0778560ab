using System.Diagnostics;
using System.Diagnostics.Tracing;

namespace GuruReports.ThreadZoo;

/// <summary>Makes the process as unpleasant as services get.</summary>
internal static class Surroundings
{
    private static EventListener? s_listener;

    public static void Apply(string[] options)
    {
        if (options.Contains("--starve"))
        {
            var never = new ManualResetEventSlim();
            for (var index = 0; index < 500; index++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(_ => never.Wait(), null);
            }
        }

        var hard = options.Contains("--collect-hard");
        if (hard || options.Contains("--collect"))
        {
            new Thread(() =>
            {
                while (true)
                {
                    GC.Collect();
                    if (!hard)
                    {
                        // On a busy machine an unbroken loop leaves the process itself no time.
                        Thread.Sleep(1);
                    }
                }
            })
            { IsBackground = true, Name = "collector" }.Start();
        }

        if (options.Contains("--session"))
        {
            s_listener = new RuntimeListener();
        }
    }

    /// <summary>Ends the children that the exhibits started.</summary>
    public static void CleanUp()
    {
        s_listener?.Dispose();
        var children = File.ReadAllText($"/proc/self/task/{Environment.ProcessId}/children");
        foreach (var directory in Directory.EnumerateDirectories("/proc/self/task"))
        {
            children += " " + File.ReadAllText(directory + "/children");
        }

        foreach (var child in children.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            try
            {
                using var process = Process.GetProcessById(int.Parse(child, System.Globalization.CultureInfo.InvariantCulture));
                process.Kill();
            }
            catch (ArgumentException)
            {
                // It ended by itself.
            }
        }
    }

    private sealed class RuntimeListener : EventListener
    {
        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "Microsoft-Windows-DotNETRuntime")
            {
                EnableEvents(eventSource, EventLevel.Verbose, (EventKeywords)0x1F);
            }
        }
    }
}
