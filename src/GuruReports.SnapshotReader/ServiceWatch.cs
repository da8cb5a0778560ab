using GuruReports.Inspection.Native;
using GuruReports.SnapshotReader.Native;

namespace GuruReports.SnapshotReader;

/// <summary>
/// Ends the image, then the helper, as soon as the service is gone or has lost interest. The end of standard input is
/// not enough: the image shares the service's descriptors and so keeps the other end of the socket open.
/// </summary>
internal static unsafe class ServiceWatch
{
    private const int FallbackMilliseconds = 100;

    public static void Start(ReceivedImage image) =>
        new Thread(() => Watch(image), 256 * 1024) { IsBackground = true, Name = "service watch" }.Start();

    private static void Watch(ReceivedImage image)
    {
        const int PidFdOpen = 434;
        const short PeerClosed = 0x2000; // POLLRDHUP
        var service = (int)Libc.syscall(PidFdOpen, image.Handover.ServiceId, 0, 0, 0);
        var watched = stackalloc PollDescriptor[2];
        while (HelperLibc.getppid() == image.Handover.ParentId)
        {
            watched[0] = new PollDescriptor { Descriptor = 0, Events = PeerClosed };
            watched[1] = new PollDescriptor { Descriptor = service, Events = 1 };
            if (Libc.poll(watched, 2, service < 0 ? FallbackMilliseconds : -1) > 0)
            {
                break;
            }
        }

        End(image);
    }

    private static void End(ReceivedImage image)
    {
        const int PidFdSendSignal = 424;
        if (image.Process >= 0)
        {
            _ = Libc.syscall(PidFdSendSignal, image.Process, Libc.SigKill, 0, 0);
        }

        // Without a descriptor the id may be another process's by now: the image's time to live ends it.
        HelperLibc._exit(4);
    }
}
