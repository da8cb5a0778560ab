using System.Diagnostics;

namespace GuruReports.EndToEnd.Tests.Scenarios;

/// <summary>A network of its own with few local ports. Needs root.</summary>
internal static class FewPorts
{
    // The loopback interface is down in a new network; /sys shows the new one only where it is mounted anew.
    private const string Script = "mount -t sysfs sysfs /mnt && echo 0x9 > /mnt/class/net/lo/flags && echo \"$0\" > /proc/sys/net/ipv4/ip_local_port_range && exec \"$@\"";

    /// <summary>Lets a program start there; its process id stays the one that was started.</summary>
    /// <param name="start">The program.</param>
    /// <param name="ports">How many ports there are.</param>
    public static void Enter(ProcessStartInfo start, int ports)
    {
        string[] command = ["--net", "--mount", "sh", "-c", Script, $"40000 {40000 + ports - 1}", start.FileName, .. start.ArgumentList];
        start.FileName = "unshare";
        start.ArgumentList.Clear();
        foreach (var argument in command)
        {
            start.ArgumentList.Add(argument);
        }
    }
}
