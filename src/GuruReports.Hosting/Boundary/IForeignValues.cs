namespace GuruReports.Hosting.Boundary;

/// <summary>Marks a part of the library that hands over what the service made: it is copied before anybody sees it.</summary>
internal interface IForeignValues : IForeignCode;
