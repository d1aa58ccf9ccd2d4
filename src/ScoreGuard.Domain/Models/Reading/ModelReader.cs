using ScoreGuard.Domain.Diagnostics;
using ScoreGuard.Domain.Documents;
using ScoreGuard.Domain.Models.Shapes;

namespace ScoreGuard.Domain.Models.Reading;

/// <summary>Reads a model out of a document: sections 1 to 6 and 8 of the specification.</summary>
public static class ModelReader
{
    /// <summary>The model, or all of its errors in document order.</summary>
    /// <param name="file">As diagnostics name it; nothing is opened.</param>
    /// <param name="root">As <c>ScoreGuard.Yaml</c> reads it.</param>
    /// <param name="zones">The time zones that calendars may name.</param>
    public static Parsed<ScoringModel> Read(string file, DocumentNode root, ITimeZones zones)
    {
        var diagnostics = new DiagnosticBag(file);
        var place = Place.Root(root, diagnostics);
        if (!DocumentDepth.Check(place) || !ModelShape.Shape.TryRead(place, out var model))
        {
            return diagnostics.Conclude<ScoringModel>(() =>
                throw new InvalidOperationException("An error was reported.")
            );
        }

        model.TryGet(ModelShape.Version, out _);
        var name = model.Find(ModelShape.Name);
        var names = ModelNames.Of(model);
        var fieldsReader = new FieldsReader(names);
        fieldsReader.Declare(model);
        var criteria = new CriterionReader(names);

        var fields = fieldsReader.Read();
        var lists = model.Get(ModelShape.Lists, []);
        // Segments before all that uses them: whether they read scores must be known there.
        var segments = new SegmentsReader(names, criteria).Read(model);
        var dimensions = new DimensionsReader(names, criteria).Read(model);
        var bands = new BandsReader(names);
        var labels = bands.Labels(model);
        var grade = bands.Grade(model);
        var lifecycle = new LifecycleReader(names, criteria).Read(model);
        var routing = new RoutingReader(names, criteria).Read(model);
        var calendars = new CalendarsReader(zones).Read(model);
        var slas = new SlasReader(names, criteria).Read(model);
        return diagnostics.Conclude(() =>
            CanonicalModel.Seal(
                new(
                    name ?? "",
                    fields,
                    [.. lists.Select(list => new NamedList(list.Name, [.. list.Value.Select(Spelled)]))],
                    segments,
                    dimensions,
                    labels,
                    grade,
                    lifecycle,
                    routing,
                    calendars,
                    slas,
                    Canonical: "",
                    Hash: ""
                ),
                names.ListUses
            )
        );
    }

    private static string Spelled(Place item) => ((DocumentNode.Scalar)item.Node).Text;
}
