import 'petition-widgets/define/petition-campaign';
import {OwnClient} from './own-client.ts';

const client = new OwnClient('https://www.example.org/api/');
for (const campaign of document.querySelectorAll('petition-campaign')) campaign.client = client;
