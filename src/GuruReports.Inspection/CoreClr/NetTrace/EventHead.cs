namespace GuruReports.Inspection.CoreClr.NetTrace;

/// <summary>A compressed event header: what a flag does not name stays as it was in the event before.</summary>
internal struct EventHead
{
    private const int HasDescription = 1;
    private const int HasSequence = 2;
    private const int HasThread = 4;
    private const int HasStack = 8;
    private const int HasActivity = 16;
    private const int HasRelatedActivity = 32;
    private const int HasPayloadSize = 128;
    private const int ActivitySize = 16;

    public int Description { get; private set; }

    public long ThreadId { get; private set; }

    public int StackId { get; private set; }

    public long TimeStamp { get; private set; }

    public int PayloadSize { get; private set; }

    public void Read(ref TraceCursor cursor)
    {
        int flags = cursor.Value<byte>();
        if ((flags & HasDescription) != 0)
        {
            Description = (int)cursor.Variable();
        }

        if ((flags & HasSequence) != 0)
        {
            // Sequence number, capturing thread and processor: nothing here needs them.
            _ = cursor.Variable();
            _ = cursor.Variable();
            _ = cursor.Variable();
        }

        if ((flags & HasThread) != 0)
        {
            ThreadId = (long)cursor.Variable();
        }

        if ((flags & HasStack) != 0)
        {
            StackId = (int)cursor.Variable();
        }

        TimeStamp += (long)cursor.Variable();
        _ = cursor.Bytes(((flags & HasActivity) != 0 ? ActivitySize : 0) + ((flags & HasRelatedActivity) != 0 ? ActivitySize : 0));
        if ((flags & HasPayloadSize) != 0)
        {
            PayloadSize = (int)cursor.Variable();
        }
    }
}
