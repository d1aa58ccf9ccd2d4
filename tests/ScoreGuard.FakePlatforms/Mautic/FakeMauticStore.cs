using System.Globalization;

namespace ScoreGuard.FakePlatforms.Mautic;

/// <summary>The fake's contacts, and when their points change.</summary>
public sealed class FakeMauticStore(
    TimeProvider time,
    Func<
        IReadOnlyDictionary<string, string?>,
        IReadOnlyList<(string Kind, string Name, IReadOnlyDictionary<string, string?> Properties)>,
        IReadOnlyDictionary<string, string?>
    > scoring
)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, FakeMauticContact> _contacts = [];
    private int _last = 100;

    /// <summary>Aliases of the instance's contact fields; others are dropped in silence.</summary>
    public HashSet<string> Fields { get; } =
        new(["email", "firstname", "lastname", "country", "position", "employees", "sg_run"], StringComparer.Ordinal);

    /// <summary>Version 5 drops zeros, later ones say that they keep them.</summary>
    public bool DropsZeros { get; set; } = true;

    /// <summary>Fields whose value, when equal, makes two contacts one.</summary>
    public HashSet<string> UniqueFields { get; } = new(["email"], StringComparer.Ordinal);

    /// <summary>Without it no visitor is recognised by the address.</summary>
    public bool IsEmailPubliclyUpdatable { get; set; } = true;

    /// <summary>Suppression is broken: who gets every new contact.</summary>
    public string? OwnerOfNew { get; set; }

    /// <summary>Suppression is broken: every new contact is sent a mail.</summary>
    public bool SendsMailToNew { get; set; }

    /// <summary>Contacts that cannot be deleted.</summary>
    public Func<FakeMauticContact, bool> IsLocked { get; set; } = _ => false;

    /// <summary>Rows of a batch that are refused, with the reason.</summary>
    public Func<IReadOnlyDictionary<string, string?>, string?> RefuseRow { get; set; } = _ => null;

    public TimeSpan ScoringDelay { get; set; }

    public IReadOnlyList<FakeMauticContact> Contacts
    {
        get
        {
            lock (_gate)
            {
                return [.. _contacts.Values];
            }
        }
    }

    public FakeMauticContact Add()
    {
        lock (_gate)
        {
            var contact = new FakeMauticContact(++_last);
            _contacts[contact.Id] = contact;
            Touch(contact);
            if (OwnerOfNew is not null)
            {
                contact.Scored["owner"] = OwnerOfNew;
            }

            if (SendsMailToNew)
            {
                contact.Timeline.Add("email.sent");
            }

            return contact;
        }
    }

    public FakeMauticContact? Find(string? id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Find(number) : null;

    public FakeMauticContact? Find(int id)
    {
        lock (_gate)
        {
            return _contacts.GetValueOrDefault(id);
        }
    }

    public FakeMauticContact? FindSame(IReadOnlyDictionary<string, string?> fields)
    {
        lock (_gate)
        {
            return _contacts.Values.FirstOrDefault(contact =>
                UniqueFields.Any(name =>
                    fields.GetValueOrDefault(name) is { Length: > 0 } value
                    && string.Equals(value, contact.Fields.GetValueOrDefault(name), StringComparison.OrdinalIgnoreCase)
                )
            );
        }
    }

    public FakeMauticContact? FindByDevice(string? device)
    {
        lock (_gate)
        {
            return _contacts.Values.FirstOrDefault(contact => contact.Device == device);
        }
    }

    public bool Delete(FakeMauticContact contact)
    {
        lock (_gate)
        {
            return !IsLocked(contact) && _contacts.Remove(contact.Id);
        }
    }

    /// <summary>A stranger becomes the contact: the stranger's id survives, the contact's stage does not.</summary>
    public FakeMauticContact MergeInto(FakeMauticContact stranger, FakeMauticContact contact)
    {
        lock (_gate)
        {
            foreach (var (name, value) in contact.Fields)
            {
                stranger.Fields[name] = value;
            }

            stranger.Signals.InsertRange(0, contact.Signals);
            _contacts.Remove(contact.Id);
            Touch(stranger);
            return stranger;
        }
    }

    /// <summary>Writes fields as Mautic's API does: unknown ones not at all, zeros not, blanks only when asked to.</summary>
    public void Write(FakeMauticContact contact, IReadOnlyDictionary<string, string?> fields)
    {
        lock (_gate)
        {
            var overwrites = fields.GetValueOrDefault("overwriteWithBlank") is "1" or "true";
            foreach (var (name, value) in fields)
            {
                if (
                    Fields.Contains(name)
                    && (value != "0" || !DropsZeros)
                    && (overwrites || !string.IsNullOrEmpty(value))
                )
                {
                    contact.Fields[name] = string.IsNullOrEmpty(value) ? null : value;
                }
            }

            Touch(contact);
        }
    }

    public void Note(FakeMauticContact contact, FakeMauticSignal signal)
    {
        lock (_gate)
        {
            contact.Signals.Add(signal);
            Touch(contact);
        }
    }

    /// <summary>What the platform computed, where enough time has passed since the last change.</summary>
    public void Settle(FakeMauticContact contact)
    {
        lock (_gate)
        {
            if (contact.IsComputed || time.GetUtcNow() - contact.ChangedAt < ScoringDelay)
            {
                return;
            }

            var scored = contact.Signals.Where(signal => signal.IsScored);
            foreach (
                var (name, value) in scoring(
                    contact.Fields,
                    [.. scored.Select(signal => (signal.Kind, signal.Name, signal.Properties))]
                )
            )
            {
                contact.Scored[name] = value;
            }

            contact.IsComputed = true;
        }
    }

    private void Touch(FakeMauticContact contact)
    {
        contact.ChangedAt = time.GetUtcNow();
        contact.IsComputed = false;
    }
}
