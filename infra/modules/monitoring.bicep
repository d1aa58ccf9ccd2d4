// Where logs go, and what is noticed in them.

@description('Azure region.')
param location string

@description('Tags of every resource.')
param tags object

@description('Makes names unique.')
param token string

@description('Days for which logs are kept.')
param logRetentionDays int

@description('Receivers of alerts, separated by semicolons; empty: none.')
param alertReceivers string

@description('Hours without a tick of the timer after which it counts as dead.')
param heartbeatHours int

var receivers = empty(alertReceivers) ? [] : split(replace(alertReceivers, ' ', ''), ';')

// The app writes one JSON object a line; the Functions host passes the line on as the message of a trace.
// A preview is somebody's trial: whoever ordered it sees that it is broken. A run that was never ordered leaves no other trace.
var brokenRuns = '''
traces
| extend entry = parse_json(message)
| where (tostring(entry.event) == "run.finished" and tostring(entry.verdict) == "broken" and tostring(entry.kind) != "Preview")
    or tostring(entry.event) == "run.not-ordered"
| project timestamp, workspace = tostring(entry.workspace), run = tostring(entry.run)
'''

// One row always, also where nothing was logged at all: silence is what this looks for.
var heartbeats = '''
traces
| where timestamp > ago(HOURSh)
| extend entry = parse_json(message)
| where tostring(entry.event) == "heartbeat"
| summarize beats = count()
'''

var poisonMessages = '''
StorageQueueLogs
| where OperationName == "PutMessage" and Uri contains "/scoreguard-work-poison/"
'''

resource logWorkspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'log-${token}'
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: logRetentionDays
    features: {
      // Its keys open nothing, as those of the other resources.
      disableLocalAuth: true
    }
  }
}

resource applicationInsights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${token}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logWorkspace.id
    // Telemetry is accepted from identities only; the connection string alone opens nothing.
    DisableLocalAuth: true
  }
}

resource receiversOfAlerts 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${token}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'scoreguard'
    enabled: true
    emailReceivers: [
      for (address, i) in receivers: {
        name: 'receiver-${i}'
        emailAddress: address
        useCommonAlertSchema: true
      }
    ]
  }
}

resource brokenRunAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'broken-run-${token}'
  location: location
  tags: tags
  properties: {
    displayName: 'ScoreGuard: a run is broken'
    description: 'A run could not judge its workspace, or could not even be ordered. It says nothing about drift. See docs/operations.md.'
    severity: 1
    enabled: true
    scopes: [
      applicationInsights.id
    ]
    evaluationFrequency: 'PT15M'
    // Twice the frequency, so that a line that arrives late is still seen; the mute keeps it from being told twice.
    windowSize: 'PT30M'
    autoMitigate: false
    muteActionsDuration: 'PT30M'
    criteria: {
      allOf: [
        {
          query: brokenRuns
          timeAggregation: 'Count'
          dimensions: [
            {
              name: 'workspace'
              operator: 'Include'
              values: [
                '*'
              ]
            }
          ]
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        receiversOfAlerts.id
      ]
    }
  }
}

resource heartbeatAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'heartbeat-${token}'
  location: location
  tags: tags
  properties: {
    displayName: 'ScoreGuard: the timer is silent'
    description: 'No tick of the timer was logged for ${heartbeatHours} hours: runs do not start. See docs/operations.md.'
    severity: 1
    enabled: true
    scopes: [
      applicationInsights.id
    ]
    evaluationFrequency: 'PT1H'
    // The longest window there is; the query itself looks back as far as it was told.
    windowSize: 'P2D'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: replace(heartbeats, 'HOURS', string(heartbeatHours))
          timeAggregation: 'Total'
          metricMeasureColumn: 'beats'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        receiversOfAlerts.id
      ]
    }
  }
}

resource poisonAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: 'poison-${token}'
  location: location
  tags: tags
  properties: {
    displayName: 'ScoreGuard: work was given up'
    description: 'A message failed on every try and was put into scoreguard-work-poison. See docs/operations.md.'
    severity: 2
    enabled: true
    scopes: [
      logWorkspace.id
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    autoMitigate: false
    muteActionsDuration: 'PT30M'
    // A new workspace has no row of this table yet, which the check would take for a mistake.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: poisonMessages
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        receiversOfAlerts.id
      ]
    }
  }
}

@description('Id of the Log Analytics workspace.')
output logWorkspaceId string = logWorkspace.id

@description('Name of the Application Insights component.')
output applicationInsightsName string = applicationInsights.name

@description('Where telemetry is sent. It names the component and opens nothing.')
output applicationInsightsConnection string = applicationInsights.properties.ConnectionString
