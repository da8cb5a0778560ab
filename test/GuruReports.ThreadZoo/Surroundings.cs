using System.Diagnostics;
using System.Diagnostics.Tracing;
using System.Runtime.InteropServices;

namespace GuruReports.ThreadZoo;

/// <summary>Makes the process as unpleasant as services get.</summary>
internal static partial class Surroundings
{
    private const int OpenFiles = 7;

    private static readonly List<SafeHandle> s_files = [];
    private static EventListener? s_listener;
    private static volatile Process? s_child;

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

        if (options.Contains("--no-descriptors"))
        {
            UseUpDescriptors();
        }

        if (options.Contains("--session"))
        {
            s_listener = new RuntimeListener();
        }
    }

    /// <summary>Gives the process a limit that is reached soon, as its starter would.</summary>
    public static void LimitDescriptors()
    {
        Limit limit;
        limit.Soft = limit.Hard = 1500;
        if (SetLimit(OpenFiles, in limit) != 0)
        {
            throw new InvalidOperationException("the limit of descriptors could not be set");
        }
    }

    private static void UseUpDescriptors()
    {
        // The console opens a descriptor of its own when it is first used.
        Console.Out.Flush();
        try
        {
            while (true)
            {
                s_files.Add(File.OpenHandle("/dev/null"));
            }
        }
        catch (IOException)
        {
            // None is left, as it should be.
        }
    }

    /// <summary>Starts a child that sleeps, without this process's standard output.</summary>
    public static Process StartChild()
    {
        var start = new ProcessStartInfo("sleep", "600") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        s_child = Process.Start(start)!;
        return s_child;
    }

    /// <summary>Ends what the exhibits started.</summary>
    public static void CleanUp()
    {
        s_listener?.Dispose();
        s_child?.Kill();
    }

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);

    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
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
