using System.Globalization;
using GuruReports.Inspection;
using GuruReports.Inspection.Snapshot;
using GuruReports.Inspection.Snapshot.Helper;

namespace GuruReports.SnapshotTarget;

/// <summary>Takes one snapshot of itself. Options come as pairs or flags.</summary>
internal static class OnceCommand
{
    private static byte[]? s_filling;

    public static int Run(string[] arguments)
    {
        var options = new SnapshotCaptureOptions { Timeout = TimeSpan.FromSeconds(45) };
        for (var index = 0; index < arguments.Length; index++)
        {
            switch (arguments[index])
            {
                case "--system-root":
                    options = options with { SystemRoot = arguments[++index] };
                    break;
                case "--helper-directory":
                    options = options with { HelperDirectory = arguments[++index] };
                    break;
                case "--helper":
                    var line = arguments[++index].Split(' ', 3);
                    options = options with { HelperCommand = new HelperCommand(line[0], line, HelperEnvironment.Variables()) };
                    break;
                case "--timeout":
                    options = options with { Timeout = TimeSpan.FromSeconds(double.Parse(arguments[++index], CultureInfo.InvariantCulture)) };
                    break;
                case "--maximum-pause":
                    options = options with { MaximumPause = TimeSpan.FromMilliseconds(double.Parse(arguments[++index], CultureInfo.InvariantCulture)) };
                    break;
                case "--heap":
                    options = options with { WalkHeap = true };
                    break;
                case "--fill":
                    s_filling = GC.AllocateUninitializedArray<byte>(int.Parse(arguments[++index], CultureInfo.InvariantCulture) << 20);
                    Array.Fill(s_filling, (byte)1);
                    break;
                case "--pending":
                    PendingTasks.Make(int.Parse(arguments[++index], CultureInfo.InvariantCulture));
                    break;
                case "--forbid-processes":
                    Kernel.ForbidProcesses();
                    break;
                case "--allow-undumpable":
                    options = options with { AllowNotDumpable = true };
                    break;
                case "--undumpable":
                    Kernel.BeUndumpable();
                    break;
            }
        }

        var descriptors = LoadCommand.Descriptors();
        var capture = ProcessInspector.TakeSnapshot(options);
        Report.Print(capture);
        Report.Line("children", Children.AfterTearDown());
        Report.Line("descriptors", LoadCommand.Descriptors() - descriptors);
        Report.Line("dumpable", Kernel.Dumpable());
        GC.KeepAlive(s_filling);
        return 0;
    }
}
